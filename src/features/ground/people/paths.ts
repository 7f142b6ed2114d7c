export const importPath = '/personer/indlaes'
export const examplePath = '/personer/eksempel.csv'
