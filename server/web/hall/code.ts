// The code of a notice or an appointment: in an address, under fingers, and as people read it.
export const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // nothing that is taken for another
export const LENGTH = 10;

/** What a scanner or a link has behind the page's address: `#code=K7M49QTXPA`. */
export const codeOf = (typed: string): string => typed.slice(typed.lastIndexOf("=") + 1).toUpperCase().replace(/[^A-Z0-9]/g, "");

/** As it stands on the paper: `K7M4 9QT XPA`. */
export const grouped = (code: string): string => [code.slice(0, 4), code.slice(4, 7), code.slice(7)].filter(Boolean).join(" ");
