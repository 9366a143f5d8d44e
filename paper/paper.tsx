import { Document, type DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";

export interface PaperSpec<M> {
  /** The report's. */
  readonly id: string;
  /** What the file calls itself. */
  title(model: M): string;
  /** The pages. */
  readonly Pages: (props: { readonly model: M }) => ReactElement;
}

/** A report's paper as the list holds it: its model's type is known only inside. */
export interface Paper {
  readonly id: string;
  document(model: unknown, publishedAt: Date): ReactElement<DocumentProps>;
}

/** Both dates are the publication's: the engine would write the present moment and no two files would be alike. */
export function definePaper<M>({ id, title, Pages }: PaperSpec<M>): Paper {
  return {
    id,
    document: (model, publishedAt) => (
      <Document
        title={title(model as M)}
        author="Perigee"
        creator="Perigee"
        producer="Perigee"
        language="en"
        creationDate={publishedAt}
        modificationDate={publishedAt}
      >
        <Pages model={model as M} />
      </Document>
    ),
  };
}
