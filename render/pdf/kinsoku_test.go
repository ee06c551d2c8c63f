package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// breaksOf shows the places at which a line may end as bars.
func breaksOf(lang, s string) string {
	t := &text{}
	t.add(s, textRun{style: textStyle{lang: lang}}, true)
	var out []string
	for _, seg := range (&setter{}).segments(t) {
		out = append(out, string(t.buf[seg.start:seg.next]))
	}
	return strings.Join(out, "|")
}

func TestKinsoku(t *testing.T) {
	for _, c := range []struct{ lang, want string }{
		{"ja", "こ|れ|は|「記|録」、|そ|し|て|（港）。"},
		{"ja", "きゃっ|きょ|う"},
		{"ja", "コー|ヒー、|人々、|い|すゞ"},
		{"ja", "え？！|と、|『「あ」』|と"},
		{"ja", "だ|……|が|――|と、|点|‥‥|線"},
		{"ja", "山・|川：|海"},
		{"ja", "費|用|￥12,000|と|80％|と|１２３．５|番|と|25℃|と|10㎏"},
		{"ja", "TeX|の|よ|う|に|PDF|を|作|る"},
		{"ja", "か\u3099|ぎ|辻󠄀|褄"}, // marks and variants stay with what they change
		{"zh-Hans", "他|说：|“你|好，|世|界。”"},
		{"zh-Hans", "——|开|端，|卡|尔·|马|克|思|……"},
		{"ko", "기|록|은 |이|어|졌|다."},
		{"en", "the |title |「記|録」 |says"},
		{"en", "don’t |say |“yes” |… |or |no"},
		{"en", "1\u2002|Vol. |ii, |p. |307—|356—|He |said."}, // a note, with its number
		{"en", "1\u20092 |and |10\u2009km |all\u2009–\u2009|or\u2009—\u2009|“none”"},
	} {
		s := strings.ReplaceAll(c.want, "|", "")
		require.Equal(t, c.want, breaksOf(c.lang, s))
	}
}
