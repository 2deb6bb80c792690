// The parts every form is built from, at one address.
export { Field, Fields, Group, Known, Section, useField, useKnown, type Knows, type Option } from "./field.tsx";
export { Clock, Day, Duration, NumberInput, TextInput, TwoTexts } from "./inputs.tsx";
export { Checks, Choice, Danger, Moves, Switch } from "./choices.tsx";
export { Rows } from "./rows.tsx";
export { Ask, Asks, blankItem, PartFields, Table } from "./drawn.tsx";
export { problemOf, problems } from "./problems.ts";
