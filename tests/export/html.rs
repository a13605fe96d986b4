use super::{FERRY, analyze, article, ferry, odd_text};
use proptest::prelude::*;
use scraper::{Html, Selector};
use sourcelight::Analysis;
use sourcelight::analysis::{Entity, EntityKind};
use sourcelight::export::{Article, html};

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text_of(page: &Html, selector: &str) -> String {
    select(page, selector).iter().flat_map(scraper::ElementRef::text).collect()
}

/// A text as HTML has it: every line end is a line feed, and there is no null.
fn shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_comes_out_as_text_and_nothing_of_it_is_active(text in odd_text()) {
        let analysis = analyze(&text);
        let title = "</title><script>alert(1)</script>\"'";
        let file = html(&Article { id: "", title, text: &text, analysis: &analysis });
        let page = Html::parse_document(&file);
        prop_assert!(page.errors.is_empty(), "{:?}", page.errors);
        prop_assert_eq!(text_of(&page, "article"), shown(&text));
        prop_assert_eq!(text_of(&page, "title"), title);
        let allowed = "a,article,aside,b,body,dd,dl,dt,footer,h1,h2,h3,head,html,li,main,mark,meta,ol,p,section,span,style,title,ul";
        for element in select(&page, "*").iter().map(scraper::ElementRef::value) {
            prop_assert!(allowed.split(',').any(|name| name == element.name()), "{}", element.name());
            for (name, value) in element.attrs() {
                prop_assert!(!name.starts_with("on") && name != "src", "{name}");
                prop_assert!(name != "href" || value.starts_with('#'), "{value}");
            }
        }
    }
}

#[test]
fn each_attribution_has_a_card_and_a_link_to_it() {
    let analysis = ferry();
    let page = Html::parse_document(&html(&article(FERRY, &analysis)));
    for number in 1..=analysis.attributions.len() {
        assert_eq!(select(&page, &format!("#a{number}")).len(), 1, "card {number}");
        assert_eq!(select(&page, &format!("#m{number}[href='#a{number}']")).len(), 1, "link {number}");
        assert_eq!(select(&page, &format!("a[data-n='{number}']")).len(), 1, "sign {number}");
    }
    assert_eq!(text_of(&page, "h1"), "Ferry late again");
    assert_eq!(text_of(&page, "title"), "Ferry late again");
    assert_eq!(text_of(&page, "article mark.sourcelight-hedge"), "reportedly");
    assert!(text_of(&page, ".cards > .hedged").contains("Why hedged"));
}

#[test]
fn marks_that_cross_or_do_not_fit_keep_the_text_whole() {
    let text = "One two\n\nthree é four.";
    let mark = |start, end, kind| Entity {
        start,
        end,
        kind,
        name: "<x>".into(),
        entity: 0,
        confidence: 1.0,
        corrected: false,
    };
    let analysis = Analysis {
        entities: vec![
            mark(0, 7, EntityKind::Person),
            mark(4, 14, EntityKind::Place),
            mark(9, 22, EntityKind::Event),
            mark(16, 20, EntityKind::Law),
            mark(30, 40, EntityKind::Work),
        ],
        ..Analysis::default()
    };
    let page = Html::parse_document(&html(&article(text, &analysis)));
    assert_eq!(text_of(&page, "article"), text);
    assert_eq!(text_of(&page, "article .sourcelight-place"), "twothree");
    assert_eq!(select(&page, "mark:empty").len(), 0);
    assert_eq!(text_of(&page, "article .sourcelight-law"), "");
    assert_eq!(text_of(&page, "article .sourcelight-work"), "");
}
