#!/bin/sh
# Starts a program on several ranks of this machine:   launch.sh MPIEXEC RANKS PROGRAM [ARGUMENT...]
#
# There may be more ranks than cores, the user may be root, as in a container, and each rank has one thread unless
# OMP_NUM_THREADS says more. MPICH allows all of that. Open MPI 4 and 5 have to be told, with different names.
set -eu
mpiexec=$1
ranks=$2
shift 2
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
case $("$mpiexec" --version) in
*"Open MPI"* | *OpenRTE*)
    # Version 4 reads these names, and version 5 the others.
    export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
    export OMPI_MCA_rmaps_base_oversubscribe=true OMPI_MCA_hwloc_base_binding_policy=none
    export PRTE_ALLOW_RUN_AS_ROOT=1 PRTE_ALLOW_RUN_AS_ROOT_CONFIRM=1
    export PRTE_MCA_rmaps_default_mapping_policy=:oversubscribe PRTE_MCA_hwloc_default_binding_policy=none
    # If a rank ends with a status, mpiexec ends with it, too, and need not explain that in ten lines.
    export OMPI_MCA_orte_execute_quiet=true PRTE_MCA_prte_execute_quiet=true
    # Copying between processes needs a right that containers take away, and Open MPI 4 would complain in each run.
    export OMPI_MCA_btl_vader_single_copy_mechanism="${OMPI_MCA_btl_vader_single_copy_mechanism:-none}"
    ;;
esac
exec "$mpiexec" -n "$ranks" "$@"
