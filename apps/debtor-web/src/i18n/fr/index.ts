import answers from './answers.json';
import claim from './claim.json';
import company from './company.json';
import doors from './doors.json';
import frame from './frame.json';
import news from './news.json';
import pay from './pay.json';
import plan from './plan.json';

/** French: one file per area of the pages. */
export default { ...frame, ...doors, ...claim, ...company, ...news, ...pay, ...plan, ...answers };
