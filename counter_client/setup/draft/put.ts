// Short ways to change one piece of the draft.
import type { HallConfig } from "@web/wire.ts";
import { change, references } from "./store.ts";
import { removed, type Kind } from "./uses.ts";

/** For an input's `onChange`: `put("phone")`. */
export const put =
  <K extends keyof HallConfig>(key: K) =>
  (value: HallConfig[K]): void =>
    change((config) => ({ ...config, [key]: value }));

/** A list others name: whoever named what is gone goes on without it. */
export const putItems =
  <K extends Kind>(kind: K) =>
  (items: HallConfig[K]): void =>
    change((config) => {
      const old: readonly { id: string }[] = config[kind];
      const gone = items.length < old.length ? old.filter(({ id }) => items.every((item) => item.id !== id)) : [];
      return gone.reduce((left, { id }) => removed(references(), left, kind, id), { ...config, [kind]: items });
    });

/** One of the hall's figures. */
export const putFigure = (name: string, value: number | string | boolean): void =>
  change((config) => ({ ...config, figures: { ...config.figures, [name]: value } }));
