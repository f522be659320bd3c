import { useId, type ReactNode } from 'react';

interface PictureProps {
  title: string;
  description: string;
  width: number;
  height: number;
  children: ReactNode;
}

/** The svg of a chart: an image with a name and a description, of fixed pixels that shrink but never grow. */
export function Picture({ title, description, width, height, children }: PictureProps) {
  const id = useId();
  return (
    <svg
      role="img"
      aria-label={title}
      aria-describedby={id}
      className="pl-picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={12}
    >
      <desc id={id}>{description}</desc>
      {children}
    </svg>
  );
}
