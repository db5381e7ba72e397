/** Columns by what they hold: instants come back as Date, bigint as number, jsonb parsed. */
import type { ColumnType, Generated } from 'kysely'

export type At = ColumnType<Date, Date, Date>
export type AtOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
export type Fen = ColumnType<number, number, number>
export type FenDefault = ColumnType<number, number | undefined, number>
export type FenOrNull = ColumnType<number | null, number | null | undefined, number | null>
export type CountOrNull = ColumnType<number | null, number | null | undefined, number | null>
export type Text = string | null
export type TextOrNull = ColumnType<Text, Text | undefined, Text>
export type Flag = Generated<boolean>
/** Written as a JSON string: node-postgres would turn a bare array into an SQL array. */
export type Json<T> = ColumnType<T, string, string>
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>
