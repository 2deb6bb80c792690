// What is worth sending to the server, and what a file is called.
const MIB = 1024 * 1024;

/** Said here already: a server that stops listening to a body halfway cannot say why. */
export const tooLarge = ({ size, type }: { size: number; type: string }): boolean => size > (type.startsWith("image/") ? 5 : 20) * MIB;

/** "用电安全.png" is called 用电安全. */
export const plainName = (file: string): string => file.replace(/\.[A-Za-z0-9]{2,5}$/, "");
