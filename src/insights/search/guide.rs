//! Pages of the guide that speak of something.

use super::fold::fold;
use crate::guide::{page::Page, pages};

/// The pages that hold every word of the query somewhere, those that have one in their title first.
#[must_use]
pub fn guide_pages(query: &str) -> Vec<&'static Page> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let holds = |page: &&Page| {
        let mut text = format!("{} {}", page.title, page.lead);
        for section in page.sections {
            let said = std::iter::once(&section.title).chain(section.text).chain(section.tries);
            said.for_each(|it| text.extend([" ", it]));
        }
        let text = fold(&text);
        words.iter().all(|word| text.contains(word))
    };
    let titled = |page: &&Page| {
        let title = fold(page.title);
        words.iter().any(|word| title.contains(word))
    };
    let (first, then): (Vec<_>, Vec<_>) = pages::all().filter(holds).partition(titled);
    first.into_iter().chain(then).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_any_of_its_words() {
        let found = |query| guide_pages(query).iter().map(|page| page.slug).collect::<Vec<_>>();
        assert_eq!(found("DOUBT worksheet")[0], "in-doubt");
        assert_eq!(found("called off"), ["too-little-time"]);
        assert!(found("").is_empty() && found("zebra").is_empty());
    }
}
