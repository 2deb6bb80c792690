// Buttons: four kinds, one shape; a big one for fingers.
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon, type IconName } from "./icons.tsx";

type Kind = "primary" | "secondary" | "quiet" | "danger";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon" | "size"> & {
  kind?: Kind;
  big?: boolean;
  icon?: IconName;
  children?: ComponentChildren;
};

export function Button({ kind = "secondary", big, icon, children, class: extra, ...rest }: Props) {
  return (
    <button type="button" {...rest} class={`button ${kind}${big ? " big" : ""}${extra ? ` ${String(extra)}` : ""}`}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
