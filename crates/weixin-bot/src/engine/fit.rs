//! Makes messages fit the platform's limits.

use weixin_protocol::{MAX_TEXT_BYTES, Product};

use crate::reply::Content;

/// How many cards one message of WeCom may have. Official Accounts and Mini Programs: one.
const WORK_CARDS: usize = 8;

/// Splits what is too long for one message, and leaves out what is empty.
pub(super) fn fit(product: Product, contents: Vec<Content>) -> Vec<Content> {
    let mut fitting = Vec::with_capacity(contents.len());
    for content in contents {
        match content {
            Content::Text(text) => {
                fitting.extend(pieces(&text).map(|piece| Content::Text(piece.to_owned())));
            }
            Content::News(articles) => {
                let most = if product == Product::Work { WORK_CARDS } else { 1 };
                fitting.extend(articles.chunks(most).map(|some| Content::News(some.to_vec())));
            }
            other => fitting.push(other),
        }
    }
    fitting
}

/// The text in pieces of at most [`MAX_TEXT_BYTES`], split between characters; at the end of a
/// line if there is one in the second half. Nothing of it is lost.
fn pieces(mut rest: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.floor_char_boundary(MAX_TEXT_BYTES);
        if end < rest.len()
            && let Some(line_end) = rest[..end].rfind('\n').filter(|at| *at > MAX_TEXT_BYTES / 2)
        {
            end = line_end + 1;
        }
        let (piece, remaining) = rest.split_at(end);
        rest = remaining;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fit_and_lose_nothing() {
        for text in ["", "short", &"字".repeat(2000), &"a line\n".repeat(1000), &"😀".repeat(513)]
        {
            let all: Vec<_> = pieces(text).collect();
            assert!(all.iter().all(|piece| !piece.is_empty() && piece.len() <= MAX_TEXT_BYTES));
            assert_eq!(all.concat(), *text);
        }
    }
}
