// A time of day as people type it: "8:30", "0830", "8：30" all mean "08:30".

/** "HH:MM", or null while it is none. */
export function clockTyped(text: string): string | null {
  const parts = /^(\d{1,2})[:：.](\d{2})$/.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` : null;
}
