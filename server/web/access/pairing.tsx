// Lets a new screen in: its code tells what it is; the manager says where it stands and what it is called.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { tx } from "../language/i18n.ts";
import { screenName } from "../page/pair.tsx";
import { CODE_LENGTH, codeTyped, likelyName, likelyPlace, type CodeFound, type Pairings, type RolePlaces } from "./pairing.ts";
import { t } from "./pairing_texts.ts";
import { Button, Dialog, notify, notifyRefusal } from "../drawing/parts.tsx";
import { get, post } from "../dialogue/post.ts";
import { Refusal } from "../dialogue/refusal.ts";

interface Props {
  token: string;
  /** As a phone has read it off the screen. */
  code?: string;
  onClose: () => void;
  onPaired?: () => void;
}

export function PairingDialog({ token, code: given = "", onClose, onPaired }: Props) {
  const [typed, type] = useState(given);
  const [pairings, tell] = useState<Pairings | null>(null);
  const [chosen, say] = useState<Partial<Record<"role" | "place" | "name", string>>>({});
  useEffect(() => void get("/api/pairing", { token }).then(tell, notifyRefusal), []);
  const code = codeTyped(typed);
  const { newcomer, problem } = useNewcomer(code, token);
  const roles = pairings?.roles.filter((role) => !newcomer?.roles.length || newcomer.roles.includes(role.id)) ?? [];
  const role = newcomer ? (roles.find((one) => one.id === chosen.role) ?? roles[0]) : undefined;
  const place = role ? (chosen.place ?? likelyPlace(role, newcomer!.place)) : "";
  const name = chosen.name ?? (role && pairings ? likelyName(role, place, pairings.names, tx) : "");
  const confirm = (event: Event) => {
    event.preventDefault();
    post("/api/pairing/confirm", { body: { code, name: name.trim(), role: role!.id, place }, token }).then(() => {
      notify(t("paired", { name: name.trim() }), "good");
      onPaired?.();
      onClose();
    }, notifyRefusal);
  };
  return (
    <Dialog title={t("pair")} onClose={onClose}>
      <p class="faint">{t("pair_hint")}</p>
      <form class="pairing-form" onSubmit={confirm}>
        <label>
          {t("code")}
          <input class="code-input" required value={typed} autocomplete="off" autocapitalize="characters" spellcheck={false} autofocus={!given}
            onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <p role="status" class={problem ? "problem" : "pairing-found"}>{problem || (newcomer ? t("newcomer", { screen: screenName(newcomer.screen) }) : code.length === CODE_LENGTH ? t("looking") : "")}</p>
        {role && roles.length > 1 && <RoleChoice roles={roles} role={role} onChange={(one) => say({ role: one })} />}
        {role && <PlaceChoice role={role} place={place} onChange={(one) => say({ ...chosen, place: one })} />}
        <label>
          {t("name")}
          <input required maxLength={60} value={name} autocomplete="off" onInput={(event) => say({ ...chosen, name: event.currentTarget.value })} />
        </label>
        <p class="choices">
          <Button kind="primary" type="submit" disabled={!role || !name.trim()}>{t("confirm")}</Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </p>
      </form>
    </Dialog>
  );
}

/** Asks once a code is whole, which screen shows it. */
function useNewcomer(code: string, token: string): { newcomer: CodeFound | null; problem: string } {
  const [answer, hear] = useState<{ code: string; newcomer: CodeFound | null; problem: string }>({ code: "", newcomer: null, problem: "" });
  useEffect(() => {
    if (code.length < CODE_LENGTH) return;
    const no = (problem: unknown) => hear({ code, newcomer: null, problem: problem instanceof Refusal ? tx(problem.text) : String(problem) });
    get("/api/pairing/{code}", { path: { code }, token }).then((newcomer) => hear({ code, newcomer, problem: "" }), no);
  }, [code]);
  return answer.code === code ? answer : { newcomer: null, problem: "" };
}

const RoleChoice = ({ roles, role, onChange }: { roles: readonly RolePlaces[]; role: RolePlaces; onChange: (id: string) => void }) => (
  <Labelled text={t("role")}>
    {(id) => (
      <select id={id} value={role.id} onChange={(event) => onChange(event.currentTarget.value)}>
        {roles.map((one) => <option key={one.id} value={one.id}>{tx(one.name)}</option>)}
      </select>
    )}
  </Labelled>
);

/** Beside its control and not around it: a choice's options are no part of its name. */
function Labelled({ text, children }: { text: string; children: (id: string) => ComponentChildren }) {
  const id = useId();
  return (
    <>
      <label for={id}>{text}</label>
      {children(id)}
    </>
  );
}

const LABELS = { kiosk: "place_kiosk", lobby_board: "place_lobby_board" } as const;
const NOWHERE = { kiosk: "first_printer", lobby_board: "whole_hall" } as const;
type Named = keyof typeof LABELS;

interface PlaceProps {
  role: RolePlaces;
  place: string;
  onChange: (place: string) => void;
  /** Where this device stands already. */
  own?: string;
}

/** A kiosk stands at a printer, a board in a zone, everything else at a counter; also used to move a device. */
export function PlaceChoice({ role, place, onChange, own }: PlaceProps) {
  if (!role.places.length) return role.id === "kiosk" ? <p class="faint">{t("no_printers")}</p> : null;
  return (
    <Labelled text={t(LABELS[role.id as Named] ?? "place_counter")}>
      {(id) => (
        <select id={id} required={role.needs_place} value={place} onChange={(event) => onChange(event.currentTarget.value)}>
          {!role.needs_place && <option value="">{t(NOWHERE[role.id as Named] ?? "whole_hall")}</option>}
          {role.places.map((one) => (
            <option key={one.id} value={one.id}>
              {tx(one.name) || one.id}{one.taken && one.id !== own && ` · ${t("taken")}`}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
