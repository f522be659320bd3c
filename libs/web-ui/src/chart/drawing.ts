import type { ReactNode } from 'react';

/** One place of a chart that can be read by pointer or keyboard. In pixels of the picture. */
export interface ReadPoint {
  x: number;
  y: number;
  /** First line of the tooltip: where we are, like "Q3 FY26". */
  heading: string;
  /** Name and value of each thing shown there. */
  lines: readonly { label: string; value: string; colour?: string }[];
}

/** What a chart's geometry hands to its frame. */
export interface Drawing {
  height: number;
  picture: ReactNode;
  /** Rows are series (Up and Down), entries are steps along the axis (Left and Right). */
  points: readonly (readonly ReadPoint[])[];
}

export interface ChartTable {
  columns: readonly string[];
  /** First cell names the row. null is "no data" and is shown as such, never as 0. */
  rows: readonly (readonly (string | null)[])[];
}

/** What every chart takes beside its numbers. */
export interface ChartProps {
  /** What is shown. */
  title: string;
  /** In which unit; stands behind the title. */
  unit?: string;
  /** The picture in one or two sentences, for who cannot see it; a default is made from the numbers. */
  description?: string;
  /** Too few data for an honest picture: why, and what is needed. */
  reason?: string | null;
  /** What to do when there is nothing at all. */
  emptyText?: string;
  /** `Explain`, or a link one level down. */
  explain?: ReactNode;
  /** Width until the page is measured, and the width of a printed picture. */
  width?: number;
}

/** A static picture: an svg of exactly this width. */
export type PictureProps<Data> = Data & { title: string; description?: string; width: number };

export const FALLBACK_WIDTH = 720;

/** Below it, labels move from beside the lines to above them. */
export const NARROW = 560;
