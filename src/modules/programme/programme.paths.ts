export const programmePaths = {
  founding: () => '/founding',
  show: () => '/programme',
  perimeter: () => '/programme/perimeter',
  additions: () => '/programme/perimeter/additions',
  removals: () => '/programme/perimeter/removals',
  undo: (changeId: string) => `/programme/perimeter/changes/${changeId}/undo`,
  export: () => '/programme/perimeter.csv',
}
