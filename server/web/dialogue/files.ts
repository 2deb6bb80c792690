// What the server sends whole: a picture to show by this page's leave, a file for the browser to save.
import { useEffect, useState } from "preact/hooks";

/** An address for a picture that was sent, as long as it is shown. */
export function usePicture(picture: Blob | null): string {
  const [address, show] = useState("");
  useEffect(() => {
    const made = picture ? URL.createObjectURL(picture) : "";
    show(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address;
}

const KEPT = 10_000; // ms until a slow browser has it

export function saveAs(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
