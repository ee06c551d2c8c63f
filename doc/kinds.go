package doc

import (
	"maps"
	"reflect"
	"slices"
)

// kinds are the JSON names of the node types.
var kinds = map[reflect.Type]string{
	reflect.TypeFor[*Paragraph]():      "paragraph",
	reflect.TypeFor[*List]():           "list",
	reflect.TypeFor[*DefinitionList](): "definitionList",
	reflect.TypeFor[*Quote]():          "quote",
	reflect.TypeFor[*Letter]():         "letter",
	reflect.TypeFor[*Verse]():          "verse",
	reflect.TypeFor[*CodeBlock]():      "codeBlock",
	reflect.TypeFor[*Table]():          "table",
	reflect.TypeFor[*Figure]():         "figure",
	reflect.TypeFor[*MathBlock]():      "mathBlock",
	reflect.TypeFor[*Aside]():          "aside",
	reflect.TypeFor[*Division]():       "division",
	reflect.TypeFor[SceneBreak]():      "sceneBreak",
	reflect.TypeFor[PageBreak]():       "pageBreak",

	reflect.TypeFor[Text]():        "text",
	reflect.TypeFor[Emphasis]():    "emphasis",
	reflect.TypeFor[Strong]():      "strong",
	reflect.TypeFor[SmallCaps]():   "smallCaps",
	reflect.TypeFor[Underline]():   "underline",
	reflect.TypeFor[Strike]():      "strike",
	reflect.TypeFor[Superscript](): "superscript",
	reflect.TypeFor[Subscript]():   "subscript",
	reflect.TypeFor[Code]():        "code",
	reflect.TypeFor[*Link]():       "link",
	reflect.TypeFor[*CrossRef]():   "crossRef",
	reflect.TypeFor[*Image]():      "image",
	reflect.TypeFor[*Note]():       "note",
	reflect.TypeFor[*NoteRef]():    "noteRef",
	reflect.TypeFor[*Math]():       "math",
	reflect.TypeFor[*Span]():       "span",
	reflect.TypeFor[*Ruby]():       "ruby",
	reflect.TypeFor[*IndexTerm]():  "indexTerm",
	reflect.TypeFor[*Quoted]():     "quoted",
	reflect.TypeFor[LineBreak]():   "lineBreak",

	reflect.TypeFor[*Section](): "section",
}

// types are the node types by their JSON names.
var types = func() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for t, name := range kinds {
		m[name] = t
	}
	return m
}()

// NodeName returns the JSON name of a node's type ("figure"), for messages;
// for a type that is not the model's, its Go name.
func NodeName(n Node) string {
	t := reflect.TypeOf(n)
	if name, ok := kinds[t]; ok {
		return name
	}
	if t == nil {
		return "nothing"
	}
	return t.String()
}

// NodeNames returns the JSON names of all node types, sorted.
func NodeNames() []string { return slices.Sorted(maps.Keys(types)) }
