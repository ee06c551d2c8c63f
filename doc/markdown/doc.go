// Package markdown reads Markdown into the model of package doc: CommonMark,
// with
//
//   - tables, strike, task lists and bare URLs as GitHub writes them;
//   - footnotes of any number of blocks ([^1] and [^1]: ...), inline notes
//     (^[...]), and notes with marks of their own ([^*], [^†]);
//   - definition lists; line blocks (| ...) as verse; fenced divisions
//     (::: warning); letters (::: letter), their parts told by spans that are
//     alone in a paragraph: dateline, address, salutation, closing, signature;
//     math ($...$, $$...$$, numbered by an identifier after it:
//     {#eq:sum}); ~sub~ and ^sup^;
//   - cross-references: [](#id) is "Figure 2", and with {.number}, {.title} or
//     {.page} the number, the title or the page alone;
//   - index terms, of no width or after a text ([]{entry="Rome!fall of"},
//     [the city]{entry=Rome}), with sortas, see, seealso and range (start, end);
//   - attributes {#id .class key=value} on headings, code, images, links and
//     bracketed spans ([text]{.smallcaps lang=fr});
//   - the HTML tags that say what the above do: em, strong, sup, ruby, span, a,
//     img, br and the like; of other HTML the text is kept;
//   - metadata as YAML at the head, by pandoc's names.
//
// Marks that open what nothing closes are kept as they stand, and reported. The
// end of a line is a space, but between two Chinese or Japanese characters. What
// follows a division around headings is in the language around it.
//
// Straight quotation marks are curled by language, dashes and ellipses set.
// The heading that stands alone at the first level is the title if the
// metadata has none. What the reader guessed, changed or left out it reports,
// with the line.
package markdown
