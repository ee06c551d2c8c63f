package doc

// dateForms are the forms of dates by language tag, in lower case. The names
// are those of Unicode's CLDR; where usage in print departs from it, a comment
// says so.
var dateForms = map[string]*dateForm{
	"en":    {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}", months: englishMonths},
	"en-us": {ofDay: "{m} {d}, {y}", ofMonth: "{m} {y}", months: englishMonths},
	"de": {ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"},
	"de-at": {ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"},
	"fr": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}", first: "1er",
		months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
	"es": {ofDay: "{d} de {m} de {y}", ofMonth: "{m} de {y}",
		months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"},
	// Italian and Brazilian print write the first of a month as an ordinal.
	"it": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}", first: "1º",
		months: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"},
	"pt":    {ofDay: "{d} de {m} de {y}", ofMonth: "{m} de {y}", months: portugueseMonths},
	"pt-br": {ofDay: "{d} de {m} de {y}", ofMonth: "{m} de {y}", first: "1º", months: portugueseMonths},
	"nl": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "januari februari maart april mei juni juli augustus september oktober november december"},
	"sv": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "januari februari mars april maj juni juli augusti september oktober november december"},
	"da": {ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "januar februar marts april maj juni juli august september oktober november december"},
	"nb": norwegianDates, "nn": norwegianDates, "no": norwegianDates,
	"fi": {ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta " +
			"heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
		alone: "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu " +
			"heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu"},
	"pl": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		alone:  "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"},
	"cs": {ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "ledna února března dubna května června července srpna září října listopadu prosince",
		alone:  "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"},
	"ru": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		alone:  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"},
	"uk": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		alone:  "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"},
	"hu": {ofDay: "{y}. {m} {d}.", ofMonth: "{y}. {m}",
		months: "január február március április május június július augusztus szeptember október november december"},
	"ro": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"},
	"tr": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"},
	"el": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου " +
			"Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
		alone: "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος " +
			"Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος"},
	// Latin is not the CLDR's: the forms are those of books printed in it now.
	"la": {ofDay: "die {d} {m} {y}", ofMonth: "mense {m} {y}",
		months: "Ianuarii Februarii Martii Aprilis Maii Iunii Iulii Augusti Septembris Octobris Novembris Decembris",
		alone:  "Ianuario Februario Martio Aprili Maio Iunio Iulio Augusto Septembri Octobri Novembri Decembri"},
	"ja": hanDates, "zh": hanDates,
	"ko": {ofDay: "{y}년 {m}월 {d}일", ofMonth: "{y}년 {m}월", afterYear: "년"},
	"he": {ofDay: "{d} ב{m} {y}", ofMonth: "{m} {y}",
		months: "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"},
	"ar": {ofDay: "{d} {m} {y}", ofMonth: "{m} {y}",
		months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
}

const (
	englishMonths    = "January February March April May June July August September October November December"
	portugueseMonths = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
)

var (
	norwegianDates = &dateForm{ofDay: "{d}. {m} {y}", ofMonth: "{m} {y}",
		months: "januar februar mars april mai juni juli august september oktober november desember"}
	hanDates = &dateForm{ofDay: "{y}年{m}月{d}日", ofMonth: "{y}年{m}月", afterYear: "年"}
)
