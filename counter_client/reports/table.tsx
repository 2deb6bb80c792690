// One table of a report; a row opens the tickets it counts, or the life of the one ticket it is.
import { tx } from "@web/language/i18n.ts";
import { t } from "./texts.ts";
import { cellText, isNumber, isShare, isTooFew, countText, NOTHING, shareText } from "./cells.ts";
import type { Cell, Column, People, ReportTable, Row, ShareCell } from "./shapes.ts";

interface Props {
  table: ReportTable;
  people: People;
  onOpen: Open;
}

/** Of a title, an address; what it opens is known by the address. */
export type Open = (title: string, address: string) => void;

export function TableView({ table, people, onOpen }: Props) {
  const title = tx(table.title);
  const opens = table.rows.some((row) => row.tickets || row.events);
  return (
    <section class={`table ${table.id}`}>
      <h3>{title}</h3>
      {table.note && tx(table.note) && <p class="note">{tx(table.note)}</p>}
      {!table.rows.length && !(table.note && tx(table.note)) && <p class="faint">{t("no_rows")}</p>}
      {table.rows.length > 0 && (
        <div class="sheet" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => <th key={column.id} scope="col" class={isNumber(column.kind) ? "right" : ""}>{tx(column.title)}</th>)}
                {opens && <th class="act"><span class="hidden">{t("tickets")}</span></th>}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, n) => <RowView key={n} row={row} columns={table.columns} people={people} opens={opens} of={title} onOpen={onOpen} />)}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface RowProps extends Omit<Props, "table"> {
  row: Row;
  columns: readonly Column[];
  opens: boolean;
  /** The table's title, for a row that has no name of its own. */
  of: string;
}

function RowView({ row, columns, people, opens, of, onOpen }: RowProps) {
  const named = columns.slice(0, 2).filter((column) => !isNumber(column.kind));
  const what = named.map((column) => cellText(column.kind, row.cells[column.id] ?? null, people)).join(" ") || of;
  const address = row.tickets || row.events;
  const title = t(row.tickets ? "tickets_of" : "events_of", { what });
  return (
    <tr class={row.cells.peak_day === true ? "peak" : ""}>
      {columns.map((column) => (
        <td key={column.id} class={isNumber(column.kind) ? "right" : ""}>
          <CellView kind={column.kind} cell={row.cells[column.id] ?? null} people={people} />
        </td>
      ))}
      {opens && <td class="act">{address && <button class="link" aria-label={title} onClick={() => onOpen(title, address)}>{t(row.tickets ? "tickets" : "events")}</button>}</td>}
    </tr>
  );
}

function CellView({ kind, cell, people }: { kind: string; cell: Cell; people: People }) {
  if (isShare(cell)) return <ShareBar cell={cell} />;
  const text = cellText(kind, cell, people);
  return isTooFew(cell) ? <span class="few">{text}</span> : <>{text}</>;
}

// A share as a figure, a bar and what it was made of.
const WIDTH = 64;

export function ShareBar({ cell }: { cell: ShareCell }) {
  if (cell.value === null) return <>{NOTHING} <small>{countText(cell)}</small></>;
  if (!cell.enough) return <><span class="few">{shareText(cell)}</span> <small>{countText(cell)}</small></>;
  return (
    <span class="share">
      <svg class="share-bar" width={WIDTH} height="10" aria-hidden="true" focusable="false">
        <rect class="whole" width={WIDTH} height="10" rx="2" />
        <rect class="part" width={cell.value * WIDTH} height="10" rx="2" />
      </svg>{" "}
      <b>{shareText(cell)}</b> <small>{countText(cell)}</small>
    </span>
  );
}
