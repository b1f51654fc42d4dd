/** The share of the cost of asking person by person that may be spent on learning that the organization is large. */
const SHARE_IN_VAIN = 0.05;
/** Pages of the largest expected organization: a million sessions. */
const MAX_PAGES = 1000;

/**
 * How many pages the organization's listing is expected to have when it has more than were read, if every order of
 * magnitude up to the largest is equally likely.
 */
function expectedPages(read: number): number {
  return read >= MAX_PAGES ? 2 * read : (MAX_PAGES - read) / Math.log(MAX_PAGES / Math.max(1, read));
}

/**
 * Whether reading on after so many pages is expected to be cheaper than asking about people one by one.
 *
 * @param people - the number of calls that asking one by one takes
 */
function isPagingOn(read: number, people: number): boolean {
  return read < people * SHARE_IN_VAIN || expectedPages(read) - read < people;
}

/** Reads pages as long as the rest of them is expected to cost less than asking about people one by one. */
export function pageLimit(people: number, maxCalls: number): (pagesRead: number) => boolean {
  return (read) => read < Math.min(people, maxCalls) && isPagingOn(read, people);
}

/** Up to this many people are listed one by one before the organization's size is known. */
const FEW = 10;

/**
 * Whether reading the organization's listing is expected to be cheaper than asking about so many people one by one.
 *
 * @param pages - how many the listing has, once it was read to its end
 * @param pagesInVain - how many were read without reaching the end
 */
export function prefersPages(
  people: number,
  { pages, pagesInVain }: { readonly pages: number | undefined; readonly pagesInVain: number },
): boolean {
  if (pages !== undefined) {
    return pages <= people;
  }
  return people > FEW && (pagesInVain === 0 || expectedPages(pagesInVain) <= people);
}
