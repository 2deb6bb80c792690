// The parts every form is built from, at one address.
export { Field, Fields, Group, Known, Section, useField, useKnown, type Knows } from "./field.tsx";
export { Clock, Day, Duration, NumberInput, TextInput, TwoTexts } from "./inputs.tsx";
export { Checks, Choice, Danger, Moves, Switch, type Option } from "./choices.tsx";
export { Rows } from "./rows.tsx";
export { Ask, Asks, blankItem, Table } from "./drawn.tsx";
