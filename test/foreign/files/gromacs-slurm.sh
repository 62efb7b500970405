#!/bin/bash
#SBATCH --nodes=4
#SBATCH --ntasks-per-node=32
module load gromacs
srun gmx_mpi mdrun -deffnm md -ntomp 4
