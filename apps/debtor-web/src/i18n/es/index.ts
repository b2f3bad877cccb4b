import en from '../en';
import claim from './claim.json';
import company from './company.json';
import answers from './answers.json';
import doors from './doors.json';
import frame from './frame.json';
import news from './news.json';
import notice from './notice.json';
import pay from './pay.json';
import plan from './plan.json';

/** Spanish: one file per area of the pages. An area that is not translated yet speaks English, never French. */
export default { ...en, ...frame, ...doors, ...claim, ...news, ...notice, ...pay, ...company, ...plan, ...answers };
