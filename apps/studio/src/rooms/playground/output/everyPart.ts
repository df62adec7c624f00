/** As `view.parts`: points of all of them are shown. */
export const EVERY_PART = { train: true, validation: true, test: true } as const;
