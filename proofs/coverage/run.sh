#!/bin/bash
# Builds the library with counters, calls it through its C ABI, and writes which branches were taken.
#
# run.sh FOLDER PAGE. LLVM's tools have to be as new as the compiler: Debian's llvm-22 for Rust 1.95.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 page=$2
programs=(
    calls ranges sizes slots misuse/{api_key,code,codec,hmac,int,otp,password,phc,pick,policy}
    misuse/{rest,sign,stored,token,uuid} promise/{errors,denied,interposed,guard}
    uniform/{int,password,pick,text}
)
llvm=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if ! command -v "llvm-cov-$llvm" > /dev/null; then
    echo "SKIPPED coverage: no llvm-cov-$llvm, which is of this rustc's version"
    exit "${CSECRETS_NO_SKIPS:-0}"
fi

# Branches are a feature that Rust calls unstable, hence RUSTC_BOOTSTRAP. Build scripts count too.
rm -rf "$folder"/{profiles,library}
mkdir -p "$folder"/{profiles,library}
RUSTC_BOOTSTRAP=1 LLVM_PROFILE_FILE=/dev/null env -u CARGO_ENCODED_RUSTFLAGS \
    RUSTFLAGS='-Ctarget-feature=+aes --cfg sha2_backend_soft="compact"
        -Cinstrument-coverage -Zcoverage-options=branch' \
    cargo rustc --locked --quiet --release --lib --crate-type cdylib --target-dir "$folder/target" \
    --config 'profile.release.strip="none"' --config 'profile.release.lto=false' \
    --config 'profile.release.opt-level=1'
cp "$folder/target/release/libcsecrets.so" "$folder/library/"
ln -s libcsecrets.so "$folder/library/libcsecrets.so.0"
# The programs are linked with the static library too, whose branches are not counted.
cp build/libcsecrets.a "$folder/library/"

export LLVM_PROFILE_FILE="$folder/profiles/%m-%p.profraw"
for program in "${programs[@]}"; do
    make --silent -C tests/c LIBRARY="$folder/library" BUILD="$folder/tests" "$program" > /dev/null
done
python3 proofs/answers/answers.py "$folder/library/libcsecrets.so" > /dev/null
"llvm-profdata-$llvm" merge -sparse "$folder"/profiles/*.profraw -o "$folder/all.profdata"
"llvm-cov-$llvm" export "$folder/library/libcsecrets.so" -instr-profile="$folder/all.profdata" \
    --ignore-filename-regex='/registry/|/rustc/|/library/' > "$folder/all.json"
python3 proofs/coverage/coverage.py "$folder/all.json" "$page"
