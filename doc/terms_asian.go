package doc

var japanese = &Terms{
	Part: "第{n}部", Chapter: "第{n}章", Section: "{n}節", Appendix: "付録{n}",
	Figure: "図{n}", Table: "表{n}", Equation: "式{n}",
	Note: "注", Notes: "注", Page: "ページ", Pages: "ページ",
	Contents: "目次", Cover: "表紙", TitlePage: "扉",
	Figures: "図一覧", Tables: "表一覧", See: "「{n}」を見よ", SeeAlso: "「{n}」も見よ",
	NotesToPage: "{n}ページの注", NotesToPages: "{n}ページの注",
	Abstract: "要旨", Keywords: "キーワード",
	Series: "シリーズ", Version: "版", Revised: "改訂",
	Rights: "権利", License: "ライセンス", Citation: "引用方法",
	BackToText: "本文に戻る",
	AsideNames: map[AsideRole]string{
		AsideNote: "注記", AsideTip: "ヒント", AsideImportant: "重要", AsideCaution: "注意", AsideWarning: "警告",
		AsideExample: "例",
	},
	RoleNames: map[Role]string{
		RolePart: "部", RoleChapter: "章", RoleForeword: "序文", RolePreface: "まえがき", RolePrologue: "プロローグ",
		RoleIntroduction: "序論", RoleConclusion: "結論", RoleEpilogue: "エピローグ", RoleAfterword: "あとがき",
		RoleAppendix: "付録", RoleBibliography: "参考文献", RoleGlossary: "用語集", RoleIndex: "索引",
		RoleAcknowledgments: "謝辞", RoleDedication: "献辞", RoleEpigraph: "題辞", RoleAbstract: "要旨",
		RoleSummary: "まとめ", RoleContributors: "執筆者一覧", RoleColophon: "奥付",
	},
	Quotes: [4]string{"「", "」", "『", "』"},
}

var korean = &Terms{
	Part: "제{n}부", Chapter: "제{n}장", Section: "{n}절", Appendix: "부록",
	Figure: "그림", Table: "표", Equation: "식",
	Note: "주", Notes: "주", Page: "쪽", Pages: "쪽",
	Contents: "차례", Cover: "표지", TitlePage: "속표지",
	Figures: "그림 차례", Tables: "표 차례", See: "{n}을(를) 보라", SeeAlso: "{n}도 보라",
	NotesToPage: "{n}쪽의 주", NotesToPages: "{n}쪽의 주",
	Abstract: "초록", Keywords: "주제어",
	Series: "총서", Version: "판", Revised: "개정",
	Rights: "권리", License: "라이선스", Citation: "인용 방법",
	BackToText: "본문으로 돌아가기",
	AsideNames: map[AsideRole]string{
		AsideNote: "참고", AsideTip: "팁", AsideImportant: "중요", AsideCaution: "주의", AsideWarning: "경고",
		AsideExample: "예",
	},
	RoleNames: map[Role]string{
		RolePart: "부", RoleChapter: "장", RoleForeword: "서문", RolePreface: "머리말", RolePrologue: "프롤로그",
		RoleIntroduction: "서론", RoleConclusion: "결론", RoleEpilogue: "에필로그", RoleAfterword: "후기",
		RoleAppendix: "부록", RoleBibliography: "참고 문헌", RoleGlossary: "용어집", RoleIndex: "찾아보기",
		RoleAcknowledgments: "감사의 글", RoleDedication: "헌사", RoleEpigraph: "제사", RoleAbstract: "초록",
		RoleSummary: "요약", RoleContributors: "집필진", RoleColophon: "판권",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}

var chinese = &Terms{
	Part: "第{n}部分", Chapter: "第{n}章", Section: "{n}节", Appendix: "附录{n}",
	Figure: "图{n}", Table: "表{n}", Equation: "式{n}",
	Note: "注", Notes: "注释", Page: "页", Pages: "页",
	Contents: "目录", Cover: "封面", TitlePage: "扉页",
	Figures: "插图目录", Tables: "表格目录", See: "见", SeeAlso: "另见",
	NotesToPage: "第{n}页注释", NotesToPages: "第{n}页注释",
	Abstract: "摘要", Keywords: "关键词",
	Series: "丛书", Version: "版本", Revised: "修订",
	Rights: "权利", License: "许可", Citation: "建议引用格式",
	BackToText: "返回正文",
	AsideNames: map[AsideRole]string{
		AsideNote: "说明", AsideTip: "提示", AsideImportant: "重要", AsideCaution: "注意", AsideWarning: "警告",
		AsideExample: "示例",
	},
	RoleNames: map[Role]string{
		RolePart: "部分", RoleChapter: "章", RoleForeword: "序", RolePreface: "前言", RolePrologue: "引子",
		RoleIntroduction: "引言", RoleConclusion: "结论", RoleEpilogue: "尾声", RoleAfterword: "后记",
		RoleAppendix: "附录", RoleBibliography: "参考文献", RoleGlossary: "术语表", RoleIndex: "索引",
		RoleAcknowledgments: "致谢", RoleDedication: "献辞", RoleEpigraph: "题记", RoleAbstract: "摘要",
		RoleSummary: "总结", RoleContributors: "撰稿人", RoleColophon: "版权页",
	},
	Quotes: [4]string{"“", "”", "‘", "’"},
}

var traditionalChinese = &Terms{
	Part: "第{n}部", Chapter: "第{n}章", Section: "{n}節", Appendix: "附錄{n}",
	Figure: "圖{n}", Table: "表{n}", Equation: "式{n}",
	Note: "註", Notes: "註釋", Page: "頁", Pages: "頁",
	Contents: "目錄", Cover: "封面", TitlePage: "書名頁",
	Figures: "插圖目錄", Tables: "表格目錄", See: "見", SeeAlso: "另見",
	NotesToPage: "第{n}頁註釋", NotesToPages: "第{n}頁註釋",
	Abstract: "摘要", Keywords: "關鍵詞",
	Series: "叢書", Version: "版本", Revised: "修訂",
	Rights: "權利", License: "授權", Citation: "建議引用格式",
	BackToText: "返回正文",
	AsideNames: map[AsideRole]string{
		AsideNote: "說明", AsideTip: "提示", AsideImportant: "重要", AsideCaution: "注意", AsideWarning: "警告",
		AsideExample: "範例",
	},
	RoleNames: map[Role]string{
		RolePart: "部", RoleChapter: "章", RoleForeword: "序", RolePreface: "前言", RolePrologue: "引子",
		RoleIntroduction: "引言", RoleConclusion: "結論", RoleEpilogue: "尾聲", RoleAfterword: "後記",
		RoleAppendix: "附錄", RoleBibliography: "參考文獻", RoleGlossary: "詞彙表", RoleIndex: "索引",
		RoleAcknowledgments: "謝辭", RoleDedication: "獻詞", RoleEpigraph: "題記", RoleAbstract: "摘要",
		RoleSummary: "總結", RoleContributors: "撰稿人", RoleColophon: "版權頁",
	},
	Quotes: [4]string{"「", "」", "『", "』"},
}

var hebrew = &Terms{
	Part: "חלק", Chapter: "פרק", Section: "סעיף", Appendix: "נספח",
	Figure: "איור", Table: "טבלה", Equation: "משוואה",
	Note: "הערה", Notes: "הערות", Page: "עמוד", Pages: "עמודים",
	Contents: "תוכן העניינים", Cover: "כריכה", TitlePage: "שער",
	Figures: "איורים", Tables: "טבלאות", See: "ראו", SeeAlso: "ראו גם",
	NotesToPage: "הערות לעמוד {n}", NotesToPages: "הערות לעמודים {n}",
	Abstract: "תקציר", Keywords: "מילות מפתח",
	Series: "סדרה", Version: "גרסה", Revised: "עודכן",
	Rights: "זכויות", License: "רישיון", Citation: "ציטוט מומלץ",
	BackToText: "חזרה לטקסט",
	AsideNames: map[AsideRole]string{
		AsideNote: "הערה", AsideTip: "עצה", AsideImportant: "חשוב", AsideCaution: "זהירות",
		AsideWarning: "אזהרה", AsideExample: "דוגמה",
	},
	RoleNames: map[Role]string{
		RolePart: "חלק", RoleChapter: "פרק", RoleForeword: "פתח דבר", RolePreface: "הקדמה",
		RolePrologue: "פרולוג", RoleIntroduction: "מבוא", RoleConclusion: "סיכום", RoleEpilogue: "אפילוג",
		RoleAfterword: "אחרית דבר", RoleAppendix: "נספח", RoleBibliography: "ביבליוגרפיה",
		RoleGlossary: "מילון מונחים", RoleIndex: "מפתח", RoleAcknowledgments: "תודות",
		RoleDedication: "הקדשה", RoleEpigraph: "מוטו", RoleAbstract: "תקציר", RoleSummary: "תמצית",
		RoleContributors: "המחברים", RoleColophon: "קולופון",
	},
	Quotes: [4]string{"”", "”", "’", "’"},
}

// arabic has its marks in reading order: the mark that opens stands at the
// right, and neither is mirrored.
var arabic = &Terms{
	Part: "الجزء", Chapter: "الفصل", Section: "القسم", Appendix: "الملحق",
	Figure: "الشكل", Table: "الجدول", Equation: "المعادلة",
	Note: "هامش", Notes: "الهوامش", Page: "صفحة", Pages: "صفحات",
	Contents: "المحتويات", Cover: "الغلاف", TitlePage: "صفحة العنوان",
	Figures: "الأشكال", Tables: "الجداول", See: "انظر", SeeAlso: "انظر أيضًا",
	NotesToPage: "هوامش الصفحة {n}", NotesToPages: "هوامش الصفحات {n}",
	Abstract: "الملخص", Keywords: "الكلمات المفتاحية",
	Series: "السلسلة", Version: "الإصدار", Revised: "تاريخ المراجعة",
	Rights: "الحقوق", License: "الترخيص", Citation: "الاقتباس المقترح",
	BackToText: "العودة إلى النص",
	AsideNames: map[AsideRole]string{
		AsideNote: "ملاحظة", AsideTip: "نصيحة", AsideImportant: "مهم", AsideCaution: "تنبيه",
		AsideWarning: "تحذير", AsideExample: "مثال",
	},
	RoleNames: map[Role]string{
		RolePart: "جزء", RoleChapter: "فصل", RoleForeword: "تصدير", RolePreface: "تمهيد",
		RolePrologue: "استهلال", RoleIntroduction: "المقدمة", RoleConclusion: "الخاتمة",
		RoleEpilogue: "خاتمة", RoleAfterword: "تذييل", RoleAppendix: "ملحق", RoleBibliography: "المراجع",
		RoleGlossary: "مسرد المصطلحات", RoleIndex: "الفهرس", RoleAcknowledgments: "شكر وتقدير",
		RoleDedication: "إهداء", RoleEpigraph: "اقتباس استهلالي", RoleAbstract: "الملخص",
		RoleSummary: "الخلاصة", RoleContributors: "المساهمون", RoleColophon: "بيانات النشر",
	},
	Quotes: [4]string{"”", "“", "’", "‘"},
}
