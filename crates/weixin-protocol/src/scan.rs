//! Searches for bytes, eight at a time. Where matches are close together, a plain loop is faster.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The position of the first of these bytes.
pub(crate) fn find<const N: usize>(bytes: &[u8], wanted: [u8; N]) -> Option<usize> {
    let wanted_words = wanted.map(|byte| u64::from(byte) * ONES);
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_ne_bytes(*eight);
        // A byte of the difference is zero where it matches.
        let is_there = |pattern: &u64| {
            let difference = word ^ pattern;
            difference.wrapping_sub(ONES) & !difference & HIGH != 0
        };
        if wanted_words.iter().any(is_there) {
            break;
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|byte| wanted.contains(byte)).map(|after| at + after)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_what_a_loop_finds() {
        let bytes: Vec<u8> = (0..=255).cycle().take(700).collect();
        for start in 0..20 {
            for end in start..bytes.len() {
                let part = &bytes[start..end];
                let wanted = [b'"', b'\\'];
                assert_eq!(find(part, wanted), part.iter().position(|byte| wanted.contains(byte)));
                assert_eq!(find(part, [0xff]), part.iter().position(|byte| *byte == 0xff));
                assert_eq!(find(part, [0]), part.iter().position(|byte| *byte == 0));
            }
        }
    }
}
