//! What of a list moves when its order becomes another one.

/// Which of those that stay must move: all but the longest run that stands in order already (patience sorting). Each is
/// given with where it stood and where it is to stand, by where it is to stand.
pub(super) fn moved(kept: &[(usize, usize)]) -> Vec<usize> {
    if kept.is_sorted() {
        return Vec::new();
    }
    // Of each length, the run that ends earliest: by its last one; and what comes before each in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(kept.len());
    let stood = |at: &usize| kept.get(*at).map(|(stood, _)| *stood);
    for (at, (now, _)) in kept.iter().enumerate() {
        let length = ends.partition_point(|end| stood(end) < Some(*now));
        before.push(length.checked_sub(1).and_then(|length| ends.get(length).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; kept.len()];
    let mut at = ends.last().copied();
    while let Some(it) = at {
        if let Some(stays) = stays.get_mut(it) {
            *stays = true;
        }
        at = before.get(it).copied().flatten();
    }
    kept.iter().zip(stays).filter(|(_, stays)| !stays).map(|((_, at), _)| *at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_moves() {
        let moves = |stood: &[usize]| {
            let kept: Vec<_> = stood.iter().copied().enumerate().map(|(at, stood)| (stood, at)).collect();
            moved(&kept)
        };
        assert!(moves(&[0, 1, 2, 5]).is_empty());
        // The first one goes to the end: nothing else moves.
        assert_eq!(moves(&[1, 2, 3, 0]), [3]);
        assert_eq!(moves(&[3, 0, 1, 2]), [0]);
        assert_eq!(moves(&[2, 1, 0]).len(), 2);
        assert_eq!(moves(&[4, 0, 3, 1, 2]), [0, 2]);
    }
}
