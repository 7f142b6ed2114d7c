export const cooperationPath = '/samarbejdet'
