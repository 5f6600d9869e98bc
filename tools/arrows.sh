#!/bin/sh
# arrows.sh: who imports whom among the folders of src, and whether an arrow runs up. Prints each pair
# with the number of `use` lines; fails if one is against the order below.

# A floor may know those to its right.
order="ffi secrets draw text hash entropy mem error"

cd "$(dirname "$0")/../src" || exit 1
for floor in $order; do
    files=$(find . -path "./$floor*" -name '*.rs' ! -name '*tests.rs' ! -path '*/tests/*')
    for file in $files; do sed '/^#\[cfg(test)\]$/,$d' "$file"; done | grep -o 'crate::[a-z]*' | sort | uniq -c |
        sed "s|crate::|$floor -> |"
done | awk -v order="$order" '
    BEGIN { n = split(order, floors, " "); for (i = 1; i <= n; i++) rank[floors[i]] = i }
    $2 == $4 { next }
    { print; if (rank[$4] <= rank[$2]) { print "  against the order"; bad = 1 } }
    END { exit bad }'
