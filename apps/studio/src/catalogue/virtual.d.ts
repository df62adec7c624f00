declare module 'virtual:catalogue' {
  export const catalogue: import('./types.ts').Catalogue;
}
declare module 'virtual:catalogue/texts' {
  export const texts: import('./types.ts').CatalogueTexts;
}
