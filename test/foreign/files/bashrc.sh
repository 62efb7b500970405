# ~/.bashrc
case $- in *i*) ;; *) return;; esac
HISTSIZE=1000
alias ll='ls -alF'
export PATH="$HOME/bin:$PATH"
PS1='\\u@\\h:\\w\\$ '
