// A button that brings files from this computer; the same one chosen again is brought again.
import type { ComponentChildren } from "preact";

export const PICTURES = "image/png,image/jpeg,image/webp";

interface Props {
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  kind?: "primary" | "secondary";
  onFiles: (files: readonly File[]) => Promise<unknown>;
  children: ComponentChildren;
}

export const FileButton = ({ onFiles, kind = "secondary", children, ...input }: Props) => (
  <label class={`button ${kind} file-button`}>
    <span>{children}</span>
    <input class="hidden" type="file" {...input}
      onChange={({ currentTarget: chosen }) => {
        const files = [...(chosen.files ?? [])];
        if (files.length) void onFiles(files).finally(() => (chosen.value = ""));
      }} />
  </label>
);
