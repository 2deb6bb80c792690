// How long a notice stands: it is read whole, so a long one has more turns and never a second half.
/** A hanzi takes two columns. */
export const columns = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

const READ_IN_A_TURN = 60; // columns, in the 8 s of one turn, from ten metres and with half an eye
const MOST_TURNS = 4;

export const turnsFor = (text: string): number => Math.max(1, Math.min(MOST_TURNS, Math.ceil(columns(text) / READ_IN_A_TURN)));
