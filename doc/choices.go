package doc

import (
	"reflect"
	"slices"
)

// choices are the values of the types that name a choice: those that Check
// lets pass and that the JSON Schema lists.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[NoteNumbering](): values(NotesContinuous, NotesByChapter),
	reflect.TypeFor[Role]():          append(values(RoleNone), values(Roles...)...),
	reflect.TypeFor[Direction]():     values(DirAuto, LTR, RTL),
	reflect.TypeFor[ListKind]():      values(Bullet, Ordered),
	reflect.TypeFor[NumberStyle]():   values(Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman),
	reflect.TypeFor[NumberDelim]():   values(Period, Paren, TwoParens),
	reflect.TypeFor[Task]():          values(NoTask, TaskOpen, TaskDone),
	reflect.TypeFor[Align]():         values(AlignDefault, AlignStart, AlignCenter, AlignEnd, AlignDecimal),
	reflect.TypeFor[AsideRole](): values(AsideSidebar, AsideNote, AsideTip, AsideImportant, AsideCaution, AsideWarning,
		AsideExample, AsidePullQuote),
	reflect.TypeFor[RefForm]():    values(RefLabel, RefNumber, RefTitle, RefPage),
	reflect.TypeFor[NoteKind]():   values(Footnote, Endnote),
	reflect.TypeFor[IndexRange](): values(IndexPoint, IndexStart, IndexEnd),
}

func values[T ~string](vs ...T) []string {
	out := make([]string, len(vs))
	for i, v := range vs {
		out[i] = string(v)
	}
	return out
}

// known reports whether a value is one of its type's.
func known[T ~string](v T) bool { return slices.Contains(choices[reflect.TypeFor[T]()], string(v)) }
