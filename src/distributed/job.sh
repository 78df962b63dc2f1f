#!/bin/sh
#SBATCH --job-name=reduction
#SBATCH --time=00:10:00
#SBATCH --output=%x-%j.out
# Runs one way to sum as a job of Slurm, or here if there is no Slurm:   job.sh [WAY [ARGUMENT...]]
#
#     sbatch --nodes 4 --ntasks-per-node 2 --cpus-per-task 32 src/distributed/job.sh hybrid_reduction
#     RANKS=2 THREADS=1 src/distributed/job.sh hybrid_reduction
#
# BUILD names the build folder (default build/release-any, made by `make distributed MPI=any`).
set -eu
build=${BUILD:-build/release-any}
way=${1:-hybrid_reduction}
[ $# = 0 ] || shift
if [ ! -x "$build/distributed/$way" ]; then
    echo "job: '$build/distributed/$way' is not there; BUILD names the build folder, and its ways are:" \
        "$(tr '\n' ' ' 2>/dev/null <"$build/distributed/ways.txt")" >&2
    exit 2
fi
if [ -n "${SLURM_JOB_ID:-}" ]; then
    # Slurm gives each rank its own cores, and OpenMP then keeps each thread on one of them.
    export OMP_NUM_THREADS="${SLURM_CPUS_PER_TASK:-1}" OMP_PLACES=cores OMP_PROC_BIND=close
    exec srun --cpus-per-task "$OMP_NUM_THREADS" --cpu-bind=cores "$build/distributed/$way" "$@"
fi
# Here nothing binds the ranks. If OpenMP bound threads, those of all ranks would share the first cores.
export OMP_NUM_THREADS="${THREADS:-1}"
exec "$(dirname "$0")/launch.sh" "$(cat "$build/distributed/mpiexec.txt")" "${RANKS:-2}" "$build/distributed/$way" "$@"
