/** Why a document cannot be read, as its sender is told. The sentences name the obstacle and the way out. */
export class Unreadable extends Error {}
