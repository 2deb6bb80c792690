// One table of a report; a row that stands for something opens the events behind it.
import { tx } from "@web/i18n.ts";
import { t } from "./texts.ts";
import { cellText, isNumber, isShare, isTooFew, countText, NOTHING, shareText } from "./cells.ts";
import type { Cell, Column, ReportTable, Row, ShareCell } from "./shapes.ts";

interface Props {
  table: ReportTable;
  people: Record<string, string>;
  onEvents: (title: string, address: string) => void;
}

export function TableView({ table, people, onEvents }: Props) {
  const title = tx(table.title);
  const opens = table.rows.some((row) => row.events);
  return (
    <section class={`table ${table.id}`}>
      <h3>{title}</h3>
      {!table.rows.length && <p class="faint">{t("no_rows")}</p>}
      {table.rows.length > 0 && (
        <div class="sheet" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column) => <th key={column.id} scope="col" class={isNumber(column.kind) ? "right" : ""}>{tx(column.title)}</th>)}
                {opens && <th class="act"><span class="hidden">{t("events")}</span></th>}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, n) => <RowView key={n} row={row} columns={table.columns} people={people} opens={opens} onEvents={onEvents} />)}
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
}

function RowView({ row, columns, people, opens, onEvents }: RowProps) {
  const what = columns.slice(0, 2).map((column) => cellText(column.kind, row.cells[column.id] ?? null, people)).join(" ");
  const title = t("events_of", { what });
  return (
    <tr class={row.cells.peak_day === true ? "peak" : ""}>
      {columns.map((column) => (
        <td key={column.id} class={isNumber(column.kind) ? "right" : ""}>
          <CellView kind={column.kind} cell={row.cells[column.id] ?? null} people={people} />
        </td>
      ))}
      {opens && <td class="act">{row.events && <button class="link" aria-label={title} onClick={() => onEvents(title, row.events!)}>{t("events")}</button>}</td>}
    </tr>
  );
}

function CellView({ kind, cell, people }: { kind: string; cell: Cell; people: Record<string, string> }) {
  if (isShare(cell)) return <ShareBar cell={cell} />;
  const text = cellText(kind, cell, people);
  return isTooFew(cell) ? <span class="few">{text}</span> : <>{text}</>;
}

// A share as a figure, a bar and what it was made of.
const WIDTH = 64;

export function ShareBar({ cell }: { cell: ShareCell }) {
  if (cell.value === null) return <>{NOTHING} <small>{countText(cell)}</small></>;
  return (
    <span class="share">
      <svg class="share-bar" width={WIDTH} height="10" aria-hidden="true" focusable="false">
        <rect class="whole" width={WIDTH} height="10" rx="2" />
        <rect class={cell.enough ? "part" : "part few"} width={cell.value * WIDTH} height="10" rx="2" />
      </svg>{" "}
      <b>{shareText(cell)}</b> <small>{countText(cell)}</small>
    </span>
  );
}
