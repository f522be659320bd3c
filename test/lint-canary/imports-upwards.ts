// Wrong on purpose: to the linter this is a file of the portfolio library, which stands below both of these.
import '@pilotage/assessment';
import '@pilotage/reporting';
