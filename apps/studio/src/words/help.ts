/** What a field does; what to expect when it is raised; and when it is lowered. An empty text says nothing. */
export type FieldHelp = readonly [about: string, raised?: string, lowered?: string];
