package main

import "github.com/offprint-go/offprint/doc"

func american() *doc.Section {
	return page("English (United States)", "en-US", "The color of a page",
		para(text("Hold a page at arm’s length and let your eyes go out of focus. What is left is its color: a gray that should be as even as cloth. “A page,” an old foreman in Boston used to say, “is woven, not written,” and he would turn a proof upside down so that no word could distract him."),
			note(text("He kept the habit from 1889 to his death in 1931. His proofs, some 4,200 of them, fill 37 boxes; see vol. 2, pp. 14–19, of the printed catalog."))),
		para(text("He was looking for rivers, those pale streams that run down through badly spaced lines, and for ladders of hyphens at the right-hand edge. A compositor can trade one fault for another—open a line here, close one there—but he cannot be rid of all of them, and the machine that does his work today cannot either. It can only count. In a paragraph of ten lines there may be 500 ways to end them; the best is the one whose worst line nobody notices. NASA and the FBI set their reports no differently.")),
	)
}

func british() *doc.Section {
	return page("English (United Kingdom)", "en-GB", "A printer’s honour",
		para(text("‘I have never known an author,’ wrote a London printer in 1783, ‘who did not discover his best sentence in the last proof.’ He charged for it – sixpence a line and a shilling where the line ran over – and it was held against him as long as he lived.")),
		para(text("The cost was real. Type was set by hand, letter by letter, and a word added at the head of a paragraph was paid for at its foot: every line between had to be taken apart and justified anew."),
			note(text("A good hand set about 1,200 letters an hour and distributed 4,000. The figures are those of a shop in Fleet Street; those of Edinburgh are lower by some 5 % and were disputed at the time.")),
			text(" So the printer learnt to look for a word that could be spared lower down, and authors who were wise let him find it. Much of what we take for the style of that century is the labour of men who wanted to save a line. No programme does it today, and perhaps none should.")),
	)
}
