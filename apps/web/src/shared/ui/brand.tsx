import classes from './brand.module.css';

/** The sign and the name of the product; the sign is drawn from the theme's colours. */
export function Brand() {
  return (
    <span className={classes['brand']}>
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" fill="var(--pl-accent)" />
        <path
          d="M7 22.5 13.5 15.5 18.5 18.5 25 9.5"
          fill="none"
          stroke="var(--pl-on-accent)"
          strokeWidth="2.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="25" cy="9.5" r="2.9" fill="var(--pl-on-accent)" />
      </svg>
      Pilotage
    </span>
  );
}
