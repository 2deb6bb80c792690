// The gifts of a remedy as buttons; one that cannot be given says why. For the console and the guide's tablet.
import { tx } from "../language/i18n.ts";
import type { GiftRow } from "../wire.ts";
import { giftNote } from "./gifts.ts";
import { onPointer } from "../drawing/parts.tsx";

interface Props {
  gifts: readonly GiftRow[];
  give: (gift: string) => void;
}

export const Gifts = ({ gifts, give }: Props) => (
  <>
    {gifts.map((gift) => (
      <button key={gift.id} type="button" class="gift" disabled={!gift.usable} onClick={onPointer(() => give(gift.id))}>
        <b>{tx(gift.name)}</b>
        <small class={gift.low ? "low" : ""}>{giftNote(gift)}</small>
      </button>
    ))}
  </>
);
