//! Putting things in order, in code that is compiled once.
//!
//! A sort of the standard library is compiled anew for each type, at about three kilobytes of wasm. Here
//! positions are sorted, whatever stands at them.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

/// The items by rising key; of those with the same key, the one that stood first comes first.
#[must_use]
pub fn by_key<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keys: Vec<K> = items.iter().map(key).collect();
    let order = positions(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items.get_mut(at)?.take()).collect()
}

/// The first `most` of what [`by_key`] gives. What is not among them is looked at once.
#[must_use]
pub fn first_by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, most: usize, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut first: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        if first.len() >= most && first.last().is_none_or(|(last, _)| *last <= key) {
            continue;
        }
        let at = first.partition_point(|(before, _)| *before <= key);
        first.insert(at, (key, item));
        first.truncate(most);
    }
    first.into_iter().map(|(_, item)| item).collect()
}

/// The items in their own order.
#[must_use]
pub fn sorted<T: Ord + Copy>(items: Vec<T>) -> Vec<T> {
    by_key(items, |item| *item)
}

/// A set of these. `collect` would sort first, with a sort that is compiled for each type.
#[must_use]
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// A map of these, of the same key the last: see [`set`].
#[must_use]
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in items {
        map.insert(key, value);
    }
    map
}

/// The numbers below `count` in the order that `compare` gives them.
pub(super) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_a_stable_sort(items in prop::collection::vec((0u8..5, any::<u8>()), 0..40), most in 0usize..9) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let first: Vec<_> = expected.iter().take(most).copied().collect();
            prop_assert_eq!(first_by_key(items.clone(), most, |(key, _)| *key), first);
            prop_assert_eq!(by_key(items.clone(), |(key, _)| *key), expected);
            let mut expected = items.clone();
            expected.sort_unstable();
            prop_assert_eq!(sorted(items), expected);
        }
    }
}
