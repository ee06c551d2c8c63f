package hyphen

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func divided(lang, word string) string {
	var b strings.Builder
	from := 0
	for _, at := range For(lang).Hyphenate(word, nil) {
		b.WriteString(word[from:at] + "-")
		from = at
	}
	return b.String() + word[from:]
}

// known are words as dictionaries divide them, or as the least numbers of
// letters leave it, a dozen a language.
var known = map[string]string{
	"en-US":      "hy-phen-ation as-so-ciate project com-puter Ty-pog-ra-phy NASA the un-der-stand-ing data-base knowl-edge gov-ern-ment ge-og-ra-phers court-house rec-tan-gu-lar off-line ta-ble",
	"en-GB":      "ty-po-graphy pho-to-graph know-ledge col-our or-gan-isa-tion pro-gramme theatre ther-ap-ist ma-nu-script gov-ern-ment some-thing chil-dren",
	"de":         "Sil-ben-tren-nung Stra-ße Ge-set-zes-än-de-rung Buch-dru-cker-kunst Schrift-set-zer Zei-len-um-bruch ba-cken Fens-ter Do-nau-dampf-schiff-fahrt hin-aus war-um Ver-trags-part-ner",
	"de-CH":      "Stras-se Fuss-ball Zü-rich Mas-se",
	"de-1901":    "Fen-ster In-du-strie Ka-sten backen",
	"fr":         "ty-po-gra-phie im-pri-me-rie ca-rac-tère dé-ve-lop-pe-ment bi-blio-thèque lec-ture élé-gance ou-vrage ex-cellent ins-truc-tion né-ces-saire si-gna-ture",
	"es":         "ti-po-gra-fía im-pren-ta ca-rác-ter bi-blio-te-ca cons-truc-ción pe-rro lec-tu-ra ex-ce-len-te in-glés de-sa-rro-llo ins-truc-ción ciu-dad",
	"it":         "ti-po-gra-fia stam-pa ca-rat-te-re bi-blio-te-ca co-stru-zio-ne ac-qua let-tu-ra stam-pa-to-re su-bli-me ab-ba-stan-za in-ter-pun-zio-ne cre-sciu-to",
	"pt":         "ti-po-gra-fia im-prensa ca-rá-ter bi-bli-o-teca cons-tru-ção carro lei-tura pas-sado ilha tra-ba-lho ex-ce-lente ins-tru-ção",
	"nl":         "ty-po-gra-fie boek-druk-kunst let-ter bi-bli-o-theek ge-schie-de-nis blad-zij-de uit-ge-ver druk-ke-rij ver-ge-lij-king ach-ter-stand woord-af-bre-king spie-gel-ei",
	"pl":         "ty-po-gra-fia dru-kar-nia książ-ka bi-blio-te-ka prze-strzeń li-te-ra wy-daw-ca czy-tel-nik rze-mio-sło aka-pit pod-ręcz-nik skąd-inąd",
	"ru":         "ти-по-гра-фия кни-го-пе-ча-та-ние бук-ва биб-лио-те-ка из-да-тель чи-та-тель стро-ка подъ-езд ис-кус-ство стра-ни-ца пе-ре-но-сы сест-ра",
	"sv":         "ty-po-gra-fi bok-stav bib-li-o-tek lä-sa-re ut-gi-va-re män-ni-ska av-stav-ning för-läg-ga-re tid-ning svens-ka",
	"da":         "bog-tryk-ker bog-stav bi-bli-o-tek læ-ser ud-gi-ver men-ne-ske ord-de-ling hi-sto-rie for-læg-ger avi-sen",
	"nb":         "ty-po-gra-fi bok-tryk-ker bok-stav bi-blio-tek le-ser ut-gi-ver men-nes-ke ord-de-ling his-to-rie for-leg-ger be-tre",
	"nn":         "att-en-de bet-re bok-tryk-kjar",
	"fi":         "ty-po-gra-fia kir-ja-pai-no kir-jain kir-jas-to lu-ki-ja kus-tan-ta-ja ih-mi-nen suo-ma-lai-nen his-to-ria sa-no-ma-leh-ti",
	"hu":         "ti-pog-rá-fia könyv-nyom-ta-tás be-tű könyv-tár ol-va-só em-ber ma-gyar el-vá-lasz-tás tör-té-ne-lem új-ság sze-dés",
	"uk":         "ти-по-гра-фія дру-кар-ня лі-те-ра чи-тач ви-да-вець лю-ди-на укра-їн-ська пе-ре-нос істо-рія га-зе-та ря-док",
	"la":         "ty-po-gra-phia li-ber lit-te-ra bi-blio-the-ca lec-tor scrip-tu-ra ho-mo la-ti-na om-nis pa-gi-na",
	"el":         "τυ-πο-γρα-φία βι-βλίο γράμ-μα βι-βλιο-θή-κη ανα-γνώ-στης εκ-δό-της άν-θρω-πος ελ-λη-νι-κά συλ-λα-βι-σμός ιστο-ρία",
	"el-polyton": "ἄν-θρω-πος γράμ-μα-τα",
	"grc":        "ἄν-θρω-πος βι-βλί-ον γράμ-μα-τα ἐν-νο-σί-γαι-ος",
	"tr":         "ti-pog-ra-fi mat-baa kü-tüp-ha-ne oku-yu-cu ya-yın-cı in-san he-ce-le-me ta-rih ga-ze-te",
}

func TestKnownWords(t *testing.T) {
	for lang, words := range known {
		for w := range strings.FieldsSeq(words) {
			require.Equal(t, w, divided(lang, strings.ReplaceAll(w, "-", "")), lang)
		}
	}
}

// Each language has its patterns, and its licence beside them.
func TestData(t *testing.T) {
	for tag, l := range languages {
		require.NotEmpty(t, For(tag).patterns, tag)
		for _, name := range []string{l.patterns, l.exceptions} {
			if name, _, _ = strings.Cut(name, " "); name != "" {
				lic, err := os.ReadFile("data/hyph-" + name + ".lic.txt")
				require.NoError(t, err)
				require.Contains(t, string(lic), "licence:", name)
			}
		}
	}
}

// The least numbers of letters hold for exceptions too.
func TestLeastLettersOfExceptions(t *testing.T) {
	d := &Dictionary{left: 2, right: 3, exceptions: map[string][]int{}}
	d.exception("a-phi-lol-o-gy")
	require.Equal(t, []int{4, 7}, d.Hyphenate("aphilology", nil))
}

func TestLanguageIsFoundByItsTag(t *testing.T) {
	require.Nil(t, For("ja"))
	require.Nil(t, For(""))
	require.Same(t, For("de"), For("de-AT"))
	require.Same(t, For("no"), For("nb-NO"))
	require.NotSame(t, For("nn"), For("nb"))
	require.NotSame(t, For("de-AT"), For("de-AT-1901"))
	require.NotSame(t, For("en-US"), For("en-GB"))
}

func TestSoftHyphensAloneCount(t *testing.T) {
	require.Equal(t, []int{len("hyphena\u00ad")}, For("en").Hyphenate("hyphena\u00adtion", nil))
}

func FuzzHyphenate(f *testing.F) {
	for _, w := range []string{"hyphenation", "Straße", "типография", "a", "", "\u00ad\u00ad", "ÀÉÎ", "İstanbul", "\xff\xfe"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for lang := range languages {
			last := 0
			for _, at := range For(lang).Hyphenate(w, nil) {
				if at <= last || at >= len(w) {
					t.Fatalf("%s: %q: a hyphen at %d after one at %d", lang, w, at, last)
				}
				last = at
			}
		}
	})
}

func BenchmarkHyphenate(b *testing.B) {
	d := For("en-US")
	var dst []int
	for b.Loop() {
		dst = d.Hyphenate("internationalisation", dst[:0])
	}
}
