use super::{FERRY, analyze, article, ferry, odd_text};
use proptest::prelude::*;
use serde_json::{Map, Value};
use sourcelight::export::web_annotation;

/// For each class of the vocabulary that is used: the keys that an instance must have, and those that
/// it may have.
const CLASSES: [(&str, &[&str], &[&str]); 8] = [
    ("AnnotationCollection", &["id", "total", "first"], &["@context", "label", "generator"]),
    ("AnnotationPage", &["id", "partOf", "startIndex", "items"], &[]),
    ("Annotation", &["id", "target"], &["body", "motivation"]),
    ("TextualBody", &["value"], &["purpose", "format", "language"]),
    ("SpecificResource", &["source"], &["selector", "purpose"]),
    ("TextPositionSelector", &["start", "end"], &[]),
    ("TextQuoteSelector", &["exact"], &["prefix", "suffix"]),
    ("Software", &[], &["name"]),
];

const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

fn check(value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(check),
        Value::Object(object) => {
            check_object(object);
            object.values().for_each(check);
        }
        _ => (),
    }
}

fn check_object(object: &Map<String, Value>) {
    let class = object["type"].as_str().unwrap();
    let (_, must, may) = CLASSES.iter().find(|(name, ..)| *name == class).unwrap();
    for key in *must {
        assert!(object.contains_key(*key), "{class} without {key}");
    }
    for (key, value) in object {
        let known = key == "type" || must.contains(&key.as_str()) || may.contains(&key.as_str());
        assert!(known, "{class} has no {key}");
        if key == "motivation" || key == "purpose" {
            assert!(MOTIVATIONS.contains(&value.as_str().unwrap()), "{value}");
        }
    }
}

/// Each target and each body that points into the text does so twice, and both agree.
fn check_selectors(value: &Value, text: &[char]) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check_selectors(item, text)),
        Value::Object(object) => {
            if let Some(selectors) = object.get("selector") {
                let at = |key: &str| usize::try_from(selectors[0][key].as_u64().unwrap()).unwrap();
                let quote = |key: &str| selectors[1][key].as_str().unwrap().to_owned();
                let slice = |from: usize, to: usize| text[from..to].iter().collect::<String>();
                assert_eq!(slice(at("start"), at("end")), quote("exact"));
                assert_eq!(slice(at("start").saturating_sub(32), at("start")), quote("prefix"));
                assert_eq!(slice(at("end"), (at("end") + 32).min(text.len())), quote("suffix"));
            }
            object.values().for_each(|value| check_selectors(value, text));
        }
        _ => (),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn annotations_keep_to_the_vocabulary_and_find_their_words(text in odd_text()) {
        let analysis = analyze(&text);
        let annotations = serde_json::to_value(web_annotation(&article(&text, &analysis))).unwrap();
        check(&annotations);
        check_selectors(&annotations, &text.chars().collect::<Vec<_>>());
    }
}

#[test]
fn every_mark_is_an_annotation_with_an_address_of_its_own() {
    let analysis = ferry();
    let annotations = serde_json::to_value(web_annotation(&article(FERRY, &analysis))).unwrap();
    assert_eq!(annotations["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(annotations["label"], "Ferry late again");
    let items = annotations["first"]["items"].as_array().unwrap();
    let marks =
        [analysis.attributions.len(), analysis.quotes.len(), analysis.entities.len(), analysis.hedges.len()];
    assert_eq!(items.len(), marks.iter().sum::<usize>());
    assert_eq!(annotations["total"], items.len());
    let mut ids: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), items.len());
}

#[test]
fn an_attribution_points_at_its_content_and_names_its_source_and_cue() {
    let analysis = ferry();
    let annotations = serde_json::to_value(web_annotation(&article(FERRY, &analysis))).unwrap();
    let words = |resource: &Value| resource["selector"][1]["exact"].as_str().map(str::to_owned);
    let items = annotations["first"]["items"].as_array().unwrap();
    let hedged = items.iter().find(|item| item["body"][0]["value"] == "hedged attribution").unwrap();
    assert_eq!(words(&hedged["target"][0]).unwrap(), "that “the <tanks> leak”");
    assert_eq!(hedged["target"][0]["source"], "ferry.txt");
    let body = hedged["body"].as_array().unwrap();
    let by_purpose = |purpose: &str| {
        body.iter().find(|part| part["purpose"] == purpose && part["type"] == "SpecificResource")
    };
    assert_eq!(words(by_purpose("identifying").unwrap()).unwrap(), "Experts");
    assert_eq!(words(by_purpose("linking").unwrap()).unwrap(), "have suggested");
}
