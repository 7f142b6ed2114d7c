export const flagsPath = '/paapegninger'
export const flagsCsvPath = `${flagsPath}.csv`
export const newFlagPath = `${flagsPath}/ny`
export const flagPath = (number: string): string => `${flagsPath}/${number}`
export const correctFlagPath = (number: string): string => `${flagPath(number)}/ret`
/** What is done with a flag by its address. */
export const acknowledgeFlagPath = (number: string): string => `${flagPath(number)}/kvitter`
export const flagOnAgendaPath = (number: string): string => `${flagPath(number)}/dagsorden`
export const followFlagPath = (number: string): string => `${flagPath(number)}/foelg`
export const assessFlagPath = (number: string): string => `${flagPath(number)}/vurdering`
export const flagInitiativePath = (number: string): string => `${flagPath(number)}/indsats`
export const declineFlagPath = (number: string): string => `${flagPath(number)}/afvis`
export const joinFlagPath = (number: string): string => `${flagPath(number)}/saml`
export const reopenFlagPath = (number: string): string => `${flagPath(number)}/genaabn`
