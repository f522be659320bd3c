import { LoadingState } from '@pilotage/web-ui';
import classes from './shell-skeleton.module.css';

/** The outline of the shell while it is not known yet who asks; keeps the page from jumping. */
export function ShellSkeleton() {
  return (
    <div className={classes['frame']}>
      <div className={classes['panel']} />
      <div className={classes['page']}>
        <LoadingState lines={5} />
      </div>
    </div>
  );
}
