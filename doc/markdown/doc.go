// Package markdown reads Markdown into the model of package doc: CommonMark,
// with
//
//   - tables, strike, task lists and bare URLs as GitHub writes them;
//   - footnotes of any number of blocks ([^1] and [^1]: ...), inline notes
//     (^[...]), and notes with marks of their own ([^*], [^†]);
//   - definition lists; line blocks (| ...) as verse; fenced divisions
//     (::: warning); math ($...$, $$...$$); ~sub~ and ^sup^;
//   - index terms, of no width or after a text ([]{entry="Rome!fall of"},
//     [the city]{entry=Rome}), with sortas, see, seealso and range (start, end);
//   - attributes {#id .class key=value} on headings, code, images, links and
//     bracketed spans ([text]{.smallcaps lang=fr});
//   - metadata as YAML at the head, by pandoc's names.
//
// Straight quotation marks are curled by language, dashes and ellipses set.
// The heading that stands alone at the first level is the title if the
// metadata has none. What the reader guessed, changed or left out it reports,
// with the line.
package markdown
