#!/bin/sh
# Runs all tests of a build again and again, every second time with a busy loop on every core, and counts the runs in
# which a test failed. No test may depend on how fast or how busy the machine is.
#     steady.sh BUILD-FOLDER RUNS
set -u
build=$1
runs=$2
log=$build/steady.log
: >"$log"
failed=0
busy=
trap 'kill $busy 2>/dev/null' EXIT
trap 'exit 130' INT TERM
for run in $(seq "$runs"); do
    busy=
    if [ $((run % 2)) = 0 ]; then
        for _ in $(seq "$(nproc)"); do
            sh -c 'while :; do :; done' &
            busy="$busy $!"
        done
    fi
    start=$(date +%s)
    ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$(nproc)" >"$build/steady_run.log" 2>&1
    status=$?
    # shellcheck disable=SC2086 # the process numbers are words
    [ -z "$busy" ] || kill $busy
    was_busy=$busy busy=
    [ "$status" = 0 ] || failed=$((failed + 1))
    cat "$build/steady_run.log" >>"$log"
    echo "run $run of $runs$([ -z "$was_busy" ] || echo ', on busy cores'): $(grep 'tests passed' "$build/steady_run.log")," \
        "$(($(date +%s) - start)) s"
done
echo "$failed of $runs runs failed; what failed is in $log"
[ "$failed" = 0 ]
